/** How to come back to a request: the commands line up, so that they are found at once. */
export function comeBack(requestId: string): readonly string[] {
  return [
    `Come back to it with:  model-api wait ${requestId}`,
    `or, once it has ended: model-api result ${requestId}`,
  ];
}
