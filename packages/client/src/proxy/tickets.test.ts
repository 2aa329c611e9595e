import { expect, test } from "vitest";
import { isRequestId } from "../identifiers.js";
import { createTickets } from "./tickets.js";

const NEW = "a new secret of at least 32 bytes!!";
const OLD = "an old secret of at least 32 bytes!";
const tickets = createTickets([NEW]);

test("a ticket has the form of an id, is the same each time, and opens for its caller", async () => {
  for (const id of ["r", "req-1_a", "x".repeat(106)]) {
    const ticket = await tickets.seal("alice", id);
    expect(isRequestId(ticket)).toBe(true);
    expect(await tickets.seal("alice", id)).toBe(ticket);
    expect(await tickets.open("alice", `${ticket}`)).toBe(id);
  }
});

test("what is no id, or leaves no room, gets no ticket", async () => {
  for (const id of ["", "a/b", "a b", "x".repeat(107), undefined, 5, {}])
    expect(await tickets.seal("alice", id)).toBeUndefined();
});

test("a ticket opens for nobody else, and under no other secret", async () => {
  const ticket = `${await tickets.seal("alice", "r1")}`;
  for (const caller of ["bob", "Alice", "alice ", "", 'alice","r1'])
    expect(await tickets.open(caller, ticket)).toBeUndefined();
  expect(await createTickets([OLD]).open("alice", ticket)).toBeUndefined();
});

test("a ticket that is changed at any place, cut or lengthened does not open", async () => {
  const ticket = `${await tickets.seal("alice", "r1")}`;
  for (let at = 0; at < ticket.length; at++)
    for (const character of "AB-_")
      if (ticket[at] !== character) {
        const changed = ticket.slice(0, at) + character + ticket.slice(at + 1);
        expect(await tickets.open("alice", changed), changed).toBeUndefined();
      }
  for (const other of [
    "",
    "r1",
    ticket.slice(1),
    ticket.slice(0, -1),
    `${ticket}A`,
    `x${ticket}`,
    ticket.slice(2),
  ])
    expect(await tickets.open("alice", other), other).toBeUndefined();
});

test("a caller's name and an id cannot be cut into another name and id", async () => {
  const ticket = `${await tickets.seal("alice", "bob1")}`;
  expect(await tickets.open("alicebob", ticket.slice(3))).toBeUndefined();
  expect(await tickets.open("alicebob", ticket.replace("bob", ""))).toBeUndefined();
});

test("the first secret signs, and those behind it are believed until they are dropped", async () => {
  const of = (...secrets: string[]) => createTickets(secrets);
  const before = `${await of(OLD).seal("alice", "r1")}`;
  const after = `${await of(NEW, OLD).seal("alice", "r1")}`;
  expect(after).not.toBe(before);
  expect(await of(NEW, OLD).open("alice", before)).toBe("r1");
  expect(await of(NEW, OLD).open("alice", after)).toBe("r1");
  expect(await of(NEW).open("alice", before)).toBeUndefined();
});
