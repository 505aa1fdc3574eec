// Required by what is measured: tells the most memory that the process took, in KB.
process.on('exit', () => require('node:fs').writeSync(3, String(process.resourceUsage().maxRSS)));
