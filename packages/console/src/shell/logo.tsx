export function Logo() {
  return (
    <span className="logo">
      <img src="/favicon.svg" alt="" width="24" height="24" />
      Model API
    </span>
  );
}
