import { createServer } from "node:net";
import { Halt } from "./halt.mjs";

/** Where the product will listen. Port 0 asks for any free one. */
export function listeningAddress() {
  const { HOST, PORT } = process.env;
  const port = Number(PORT || 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Halt(`PORT is "${PORT}", which is no port: set a number such as 3000.`);
  }
  return { host: HOST || "127.0.0.1", port };
}

/** Says at once, before anything is built or started, that the address cannot be had. */
export function demandFree({ host, port }) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error) => reject(new Halt(sentenceFor(error, host, port))));
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

function sentenceFor({ code }, host, port) {
  if (code === "EADDRINUSE") {
    return `Port ${port} on ${host} is in use: stop the program that has it, or choose another port (PORT=${port + 1} npm start).`;
  }
  if (code === "EACCES")
    return `This user may not listen on port ${port}: choose one above 1023 (PORT=3000 npm start).`;
  return `Cannot listen on ${host} (${code}): correct HOST.`;
}
