/**
 * The one door through which text becomes markup or code: the security policy names this trusted-types policy and no
 * other. Two users: Lit, whose templates are constants of this build (frontend/build/one-policy.ts points it here), and
 * the registration of the service worker. Nothing that anybody typed may come here.
 */
interface Policy {
  createHTML(template: string): string;
  createScriptURL(url: string): string;
}

interface Factory {
  createPolicy(name: string, rules: Policy): Policy;
}

const WORKER = "/sw.js";

const rules: Policy = {
  createHTML: (template) => template,
  createScriptURL: (url) => {
    if (url !== WORKER) throw new TypeError(`not a script of this site: ${url}`);
    return url;
  },
};

const factory = (globalThis as { trustedTypes?: Factory }).trustedTypes;

/** Browsers without trusted types take the text itself. */
export const trusted: Policy = factory ? factory.createPolicy("legday", rules) : rules;
