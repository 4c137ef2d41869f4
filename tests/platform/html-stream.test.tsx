import { text } from "node:stream/consumers";
import { renderToPipeableStream } from "react-dom/server";
import { expect, it } from "vitest";
import { htmlStream } from "~/platform/html-stream.server";

it("sends every character of a page whole, wherever React's pieces end", async () => {
  const words = Array.from({ length: 900 }, (_, at) => `${at} 去化率`);
  const page = (
    <ul>
      {words.map((word) => (
        <li key={word} title={word} />
      ))}
    </ul>
  );
  const body = htmlStream();
  const { pipe } = renderToPipeableStream(page, { onShellReady: () => pipe(body) });
  const html = await text(body);
  expect(html).not.toContain("\0");
  expect([...html.matchAll(/title="([^"]*)"/g)].map(([, word]) => word)).toEqual(words);
});
