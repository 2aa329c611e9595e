import type { ReactNode } from "react";

interface NoticeProps {
  readonly title: string;
  readonly children?: ReactNode;
  readonly tone?: "quiet" | "bad";
}

/** What stands where there is nothing to show: what it is, and what to do next. */
export function Notice({ title, children, tone = "quiet" }: NoticeProps) {
  return (
    <div className={`notice ${tone}`} role={tone === "bad" ? "alert" : undefined}>
      <strong>{title}</strong>
      {children && <div className="notice-body">{children}</div>}
    </div>
  );
}
