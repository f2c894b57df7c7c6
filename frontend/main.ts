/** Every page. Keep it tiny: what only one page needs is an entry of its own, or comes when it is wanted. */
import { followAccount } from "./accounts/theme.ts";
import { followPeople } from "./accounts/people.ts";
import { fillZones } from "./accounts/zone.ts";
import { offerInstall } from "./pages/install.ts";
import { offerPrint } from "./routines/print.ts";
import { registerWorker } from "./pages/register.ts";
import { guardPage, keepWho } from "./shared/who.ts";
import { offerThemes } from "./shared/themes.ts";

keepWho(document.documentElement);
guardPage(document.documentElement);
followAccount(document.documentElement); // before the switch shows what is chosen
offerThemes(document);
offerInstall(document);
followPeople(document);
fillZones(document);
offerPrint(document);

// When the page is there and the phone has nothing better to do.
addEventListener("load", () => void registerWorker());
