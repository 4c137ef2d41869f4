import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { useAlive } from "./alive";
import { Button } from "./button";

/** Puts a text on the clipboard; it is there only where the browser can do it. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const [copied, setCopied] = useState(false);
  const alive = useAlive();
  if (!alive || !navigator.clipboard) return null;
  const copy = () => void navigator.clipboard.writeText(text).then(() => setCopied(true));
  return (
    <Button type="button" small icon={copied ? Check : Copy} onClick={copy}>
      {label}
    </Button>
  );
}
