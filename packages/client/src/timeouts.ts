/** How many times longer than a read a call may take that carries a body. */
export const WITH_BODY = 10;
