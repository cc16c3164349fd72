import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import{json}from"./chunk-2JCSDSKE.js";import"./chunk-T7A7DD36.js";import"./chunk-GOTXEMBU.js";export{json};
