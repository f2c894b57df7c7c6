/** Every page. Keep it tiny: what only one page needs is an entry of its own. */
import { keepWho } from "./shared/who.ts";
import { offerThemes } from "./shared/themes.ts";

keepWho(document.documentElement);
offerThemes(document);
