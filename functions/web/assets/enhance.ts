import { keepDrafts } from "./enhance/draft.ts";
import { enterMovesOn, showChange } from "./enhance/entry.ts";
import { guardDoubleSubmit, guardTypedWork } from "./enhance/forms.ts";
import { listKeys, searchKey } from "./enhance/keys.ts";
import { focusErrors, openDialogs, runToasts } from "./enhance/notices.ts";
import { keepLooking } from "./enhance/progress.ts";
import { keepPrice } from "./enhance/quote.ts";

// Every page works without this file; it only makes the same links and forms quicker.
searchKey();
listKeys();
focusErrors();
openDialogs();
runToasts();
guardTypedWork();
guardDoubleSubmit();
keepLooking();
enterMovesOn();
showChange();
keepDrafts();
keepPrice();
