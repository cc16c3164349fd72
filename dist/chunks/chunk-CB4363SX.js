import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
function own(table,word){return Object.hasOwn(table,word)?table[word]:void 0}export{own};
