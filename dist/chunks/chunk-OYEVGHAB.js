import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import{basename,dirname,join}from"node:path";import{fileURLToPath}from"node:url";function distFolder(url){let folder=dirname(fileURLToPath(url));return basename(folder)==="src"?join(dirname(folder),"dist"):folder}export{distFolder};
