import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
function wantsColor({env,outIsTerminal},{values}){if(values["no-color"]===!0||env.NO_COLOR)return!1;let forced=env.FORCE_COLOR;return forced?forced!=="0"&&forced!=="false":outIsTerminal&&env.TERM!=="dumb"}export{wantsColor};
