// Loaded before a measured program: tells its largest resident size when it ends.
process.on("exit", () => process.stderr.write(`max-rss-kb=${process.resourceUsage().maxRSS}\n`));
