/** The product's mark: a seal cut as a building board, one unit taken. */
export function Mark({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" className="shrink-0">
      <rect width="32" height="32" rx="7" fill="var(--seal)" />
      <g fill="var(--seal-ink)">
        <rect x="7" y="6" width="5" height="5" rx="1" opacity=".55" />
        <rect x="13.5" y="6" width="5" height="5" rx="1" opacity=".55" />
        <rect x="20" y="6" width="5" height="5" rx="1" opacity=".55" />
        <rect x="7" y="12.5" width="5" height="5" rx="1" opacity=".55" />
        <rect x="13.5" y="12.5" width="5" height="5" rx="1" />
        <rect x="20" y="12.5" width="5" height="5" rx="1" opacity=".55" />
        <rect x="7" y="19" width="5" height="7" rx="1" opacity=".55" />
        <rect x="13.5" y="19" width="5" height="7" rx="1" opacity=".55" />
        <rect x="20" y="19" width="5" height="7" rx="1" opacity=".55" />
      </g>
    </svg>
  );
}
