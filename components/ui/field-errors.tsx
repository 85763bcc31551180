/** What stands against something that is no single control. */
export function FieldErrors({ errors }: { errors: readonly string[] }) {
  if (errors.length === 0) return null;
  return (
    <div role="alert">
      <ul className="mt-1 space-y-0.5 text-sm text-red-ink">
        {errors.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
