// Two discs that overlap: two teams, one desk.
export function Logo({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <circle cx="11.5" cy="16" r="9" fill="#0b7285" />
      <circle cx="20.5" cy="16" r="9" fill="#6741d9" fillOpacity="0.88" />
    </svg>
  );
}
