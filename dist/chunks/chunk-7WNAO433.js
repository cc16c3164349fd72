import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import{urlPath}from"./chunk-T7A7DD36.js";var projectUrl="https://github.com/oke-policy/oke-policy";function ruleUrl(rule){return`${projectUrl}/blob/main/docs/rules/${urlPath(rule)}.md`}export{projectUrl,ruleUrl};
