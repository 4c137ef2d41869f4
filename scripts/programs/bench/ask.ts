import { Agent, type IncomingHttpHeaders, request } from "node:http";

/** Connections are kept, as browsers and machines keep them; as many as there are clients. */
const agent = new Agent({ keepAlive: true, maxSockets: 256 });

export type Reply = { status: number; headers: IncomingHttpHeaders; body: Buffer };
type Ask = { method?: string; headers?: Record<string, string>; body?: Buffer | object };

/** Asks one server once; the body is read to its end and left as it came. */
export function ask(url: string, { method = "GET", headers = {}, body }: Ask = {}): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { method, headers, agent }, (res) => {
      const parts: Buffer[] = [];
      res.on("data", (part: Buffer) => parts.push(part));
      res.on("end", () => resolve({ status: res.statusCode ?? 0, headers: res.headers, body: Buffer.concat(parts) }));
      res.on("error", reject);
    });
    asked.on("error", (error: NodeJS.ErrnoException) => {
      // A kept connection that the server closes just now, after its idle time, never saw the question.
      if (asked.reusedSocket && error.code === "ECONNRESET")
        resolve(ask(url, { method, headers, ...(body && { body }) }));
      else reject(error);
    });
    asked.end(body === undefined || Buffer.isBuffer(body) ? body : JSON.stringify(body));
  });
}
