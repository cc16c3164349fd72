// Reads objects out of a git repository through one long-lived process. Knows nothing of files and commits.
import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { gitCall } from "./git.ts";

type Waiting = { readonly resolve: (bytes: Uint8Array) => void; readonly reject: (error: Error) => void };

/** Bytes of objects by name, answered in the order they are asked for. Ends with `close`. */
export class Blobs {
  readonly #cwd: string;
  #process: ChildProcessWithoutNullStreams | undefined;
  readonly #waiting: Waiting[] = [];
  /** Asked once, waited on by position: `shift` on a long array is slow. */
  #answered = 0;
  #pieces: Buffer[] = [];
  #held = 0;
  /** Bytes that the answer at the front still lacks, its closing line break included; undefined while its head is awaited. */
  #wanted: number | undefined;
  #failure: Error | undefined;

  constructor(cwd: string) {
    this.#cwd = cwd;
  }

  read(object: string): Promise<Uint8Array> {
    return new Promise((resolve, reject) => {
      if (this.#failure !== undefined) return reject(this.#failure);
      this.#process ??= this.#start();
      this.#waiting.push({ resolve, reject });
      this.#process.stdin.write(`${object}\n`);
    });
  }

  close(): void {
    this.#failure ??= new Error("the objects were closed");
    this.#process?.stdin.end();
  }

  #start(): ChildProcessWithoutNullStreams {
    const { file, args, options } = gitCall(["cat-file", "--batch"], this.#cwd);
    const child = spawn(file, args, options);
    child.stdout.on("data", (piece: Buffer) => this.#take(piece));
    child.stdin.on("error", (error) => this.#fail(error));
    child.on("error", (error) => this.#fail(error));
    child.on("close", () => this.#fail(new Error("git ended before it had answered")));
    child.stderr.resume();
    return child;
  }

  #take(piece: Buffer): void {
    this.#pieces.push(piece);
    this.#held += piece.length;
    for (;;) {
      if (this.#wanted === undefined) {
        const head = this.#line();
        if (head === undefined) return;
        const [, type, size] = head.split(" ");
        if (type === "missing" || size === undefined) this.#answer().reject(missing(head));
        else this.#wanted = Number(size) + 1;
      } else {
        if (this.#held < this.#wanted) return;
        const bytes = this.#cut(this.#wanted);
        this.#wanted = undefined;
        this.#answer().resolve(bytes.subarray(0, -1));
      }
    }
  }

  #line(): string | undefined {
    const buffer = this.#joined();
    const end = buffer.indexOf(10);
    return end < 0 ? undefined : this.#cut(end + 1).toString("utf8", 0, end);
  }

  #cut(length: number): Buffer {
    const buffer = this.#joined();
    this.#pieces = [buffer.subarray(length)];
    this.#held = buffer.length - length;
    return buffer.subarray(0, length);
  }

  #joined(): Buffer {
    if (this.#pieces.length !== 1) this.#pieces = [Buffer.concat(this.#pieces)];
    return this.#pieces[0]!;
  }

  #answer(): Waiting {
    const waiting = this.#waiting[this.#answered++]!;
    if (this.#answered > 1024) {
      this.#waiting.splice(0, this.#answered);
      this.#answered = 0;
    }
    return waiting;
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    for (const { reject } of this.#waiting.splice(this.#answered)) reject(this.#failure);
  }
}

/** Not the error of a file that is not there: a partial clone lacks what the commit holds. */
function missing(head: string): Error {
  return new Error(`git does not have the object ${head.split(" ")[0]}`);
}
