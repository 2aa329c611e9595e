import { Component, type ReactNode } from "react";

/** Shows what was thrown below it. */
export class Boundary extends Component<{ readonly children: ReactNode }, { readonly error?: Error }> {
  override state: { readonly error?: Error } = {};

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  override render() {
    const { error } = this.state;
    return error ? <p id="thrown">{error.name}</p> : this.props.children;
  }
}
