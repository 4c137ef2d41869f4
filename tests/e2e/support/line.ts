import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** A line between browsers and the product that can be cut, fall silent, and heal. */
export type Line = {
  /** The product's address at the browsers' end. */
  url: string;
  /** Every connection breaks, and no new one comes about. */
  cut: () => void;
  /** Every connection stays, and nothing comes through: nobody is told. */
  silence: () => void;
  heal: () => void;
  close: () => Promise<void>;
};

export async function openLine(product: string): Promise<Line> {
  const { hostname, port } = new URL(product);
  const ends = new Set<Socket>();
  let state: "whole" | "cut" | "silent" = "whole";
  const breakAll = () => {
    for (const end of ends) end.destroy();
  };
  const server = createServer((browser) => {
    if (state === "cut") return void browser.destroy();
    const office = connect(Number(port), hostname);
    for (const [one, other] of [
      [browser, office],
      [office, browser],
    ] as const) {
      ends.add(one);
      one.on("data", (bytes) => state === "whole" && other.write(bytes));
      one.on("error", () => one.destroy());
      one.on("close", () => {
        ends.delete(one);
        if (state === "whole") other.destroy();
      });
    }
  });
  server.listen(0, hostname);
  await once(server, "listening");
  return {
    url: `http://${hostname}:${(server.address() as AddressInfo).port}`,
    cut() {
      state = "cut";
      breakAll();
    },
    silence() {
      state = "silent";
    },
    heal() {
      state = "whole";
      breakAll();
    },
    async close() {
      breakAll();
      server.close();
      await once(server, "close");
    },
  };
}
