import { Transform } from "node:stream";

/**
 * Carries a page from React to the browser. Where a character of several bytes does not fit into the rest of React's
 * 2 KB view, React 18 sends the unused bytes along: zeros, which a browser shows as U+FFFD inside attributes and scripts.
 * No page has a zero byte of its own.
 */
export function htmlStream(): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      done(null, chunk.includes(0) ? chunk.filter((byte) => byte !== 0) : chunk);
    },
  });
}
