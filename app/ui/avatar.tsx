/** A person by the sign people know him by: the surname in Chinese, the first letters otherwise. */
export function Avatar({ name, size = 28 }: { name: string; size?: number }) {
  return (
    <span
      aria-hidden
      style={{ width: size, height: size, fontSize: size * 0.42 }}
      className="inline-grid shrink-0 place-items-center rounded-full bg-accent-soft font-semibold text-accent-strong"
    >
      {signOf(name)}
    </span>
  );
}

function signOf(name: string): string {
  const letters = [...name.trim()];
  const latin = /^[\p{Script=Latin}\s.'-]+$/u.test(name);
  if (!latin) return letters[0] ?? "·";
  const words = name.trim().split(/\s+/);
  return words
    .slice(0, 2)
    .map((word) => [...word][0]?.toUpperCase() ?? "")
    .join("");
}
