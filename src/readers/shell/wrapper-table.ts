// Programs that run what stands behind their own arguments, and how these end. A plain table.

/** How a wrapper's own arguments end. */
export type Wrapper = {
  /** Options that take the next argument: short letters (also at the end of a group), and long names. */
  readonly letters?: string;
  readonly long?: readonly string[];
  /** `NAME=value` arguments before the program. */
  readonly assigns?: boolean;
  /** Other arguments before the program. */
  readonly operands?: number;
  /** With one of these it runs nothing. */
  readonly unless?: readonly string[];
};

export const WRAPPERS: Readonly<Record<string, Wrapper>> = {
  sudo: {
    letters: "ughpCrtUDRT",
    long: [
      "--user",
      "--group",
      "--host",
      "--prompt",
      "--chdir",
      "--role",
      "--type",
      "--chroot",
      "--other-user",
    ],
    assigns: true,
    unless: ["-l", "--list", "-v", "-k", "-e"],
  },
  doas: { letters: "uC" },
  env: { letters: "uCS", long: ["--unset", "--chdir"], assigns: true },
  time: { letters: "fo", long: ["--format", "--output"] },
  timeout: { letters: "ks", long: ["--kill-after", "--signal"], operands: 1 },
  gtimeout: { letters: "ks", long: ["--kill-after", "--signal"], operands: 1 },
  nice: { letters: "n", long: ["--adjustment"] },
  ionice: { letters: "cnpPu", long: ["--class", "--classdata"] },
  nohup: {},
  setsid: {},
  stdbuf: { letters: "ioe", long: ["--input", "--output", "--error"] },
  unbuffer: {},
  chronic: {},
  caffeinate: {},
  winpty: {},
  command: { unless: ["-v", "-V", "-pv", "-pV"] },
  builtin: {},
  eval: {},
  coproc: {},
  exec: { letters: "a" },
  // `--replace` and `--max-lines` take theirs only after `=`.
  xargs: {
    letters: "adEILnPs",
    long: ["--arg-file", "--delimiter", "--max-args", "--max-procs", "--max-chars"],
  },
  parallel: {
    letters: "jaSNnLCI",
    long: [
      "--jobs",
      "--delay",
      "--retries",
      "--colsep",
      "--halt",
      "--joblog",
      "--results",
      "--timeout",
      "--tagstring",
    ],
  },
  watch: { letters: "n", long: ["--interval"] },
  chroot: { operands: 1 },
  flock: { letters: "wE", operands: 1 },
  busybox: {},
  sshpass: { letters: "pfdP" },
  strace: { letters: "oeEPpsuUXaIS" },
  ltrace: { letters: "oeFlnpsuxaAD" },
  taskset: { operands: 1 },
  setpriv: {},
  numactl: { letters: "CmNp" },
  tini: { letters: "ep" },
  "dumb-init": { letters: "r" },
  gosu: { operands: 1 },
  "su-exec": { operands: 1 },
  proxychains: { letters: "f" },
  proxychains4: { letters: "f" },
  torsocks: {},
  entr: {},
  "systemd-inhibit": {},
  "cloud-init-per": { operands: 2 },
  // Of npm's scripts.
  "cross-env": { assigns: true },
  npx: { letters: "p", long: ["--package"], unless: ["-c", "--call"] },
};
