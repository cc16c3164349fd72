import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
var severities=["error","warning","notice"];function severityRank(severity){return severities.indexOf(severity)}export{severities,severityRank};
