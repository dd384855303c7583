import type { ButtonHTMLAttributes, ReactNode } from "react";
import "./button.css";

export type ButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, "className" | "disabled"> & {
  readonly look?: "plain" | "main" | "quiet" | "danger";
  /** What it is busy with, in words, while it is; presses do nothing meanwhile. */
  readonly busy?: string | null;
  readonly children: ReactNode;
};

export function Button({ look = "plain", busy = null, onClick, type = "button", children, ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={`button button-${look}`}
      aria-disabled={busy === null ? rest["aria-disabled"] : true}
      onClick={busy === null ? onClick : (event) => event.preventDefault()}
    >
      {busy ?? children}
    </button>
  );
}
