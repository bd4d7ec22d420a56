// Plays a journey of version 2 of the API on voucherify-sandbox, with nothing but fetch: node journey.mjs http://127.0.0.1:8080
import assert from 'node:assert/strict';

const base = process.argv[2];
const key = { 'X-App-Id': 'sandbox-app-id', 'X-App-Token': 'sandbox-app-token' };

async function call(method, path, body, headers = {}) {
  const response = await fetch(base + path, {
    method,
    headers: { ...headers, ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await response.text();
  return { status: response.status, json: text === '' ? null : JSON.parse(text) };
}

async function ok(method, path, body, headers) {
  const { status, json } = await call(method, path, body, headers);
  assert.ok(status < 300, `${method} ${path}: ${status} ${JSON.stringify(json)}`);
  return json;
}

const api = (method, path, body) => ok(method, path, body, key);
const control = (method, path, body) => ok(method, '/_sandbox' + path, body);

// A program, and a customer who joins it.
const seeded = await control('POST', '/seed', { v2: { programs: [{ name: 'Club', rewards: [{ name: 'Mug', points: 100 }] }] } });
const program = seeded.programs[0].id;
const customer = await api('POST', '/v1/customers', { source_id: 'anna', name: 'Anna' });
const member = await api('POST', `/v2/loyalties/programs/${program}/members`, {
  customer_identification: { type: 'customer_id', customer_id: customer.id },
});
const [{ id: card }] = (await control('GET', `/v2/members/${member.id}`)).cards;
const path = `/v2/loyalties/programs/${program}/members/${member.id}/cards/${card}`;

// Points are added; the reply to the second request is lost, although it counts.
const added = await api('POST', `${path}/points`, { points: 100, reason: 'Order 1001' });
assert.equal(added.transaction.type, 'ADMIN_CREDIT');
await control('POST', '/faults/next', { fault: 'lose-response' });
await assert.rejects(call('POST', `${path}/points`, { points: 50, reason: 'Order 1002' }, key));

// The list and the balance have both.
const listed = await api('GET', `${path}/transactions`);
assert.deepEqual(listed.data.map((row) => row.details.reason).sort(), ['Order 1001', 'Order 1002']);
assert.equal((await control('GET', `/v2/members/${member.id}`)).cards[0].balance, 150);

// The journal knows what was applied, in its order.
const journal = await control('GET', '/journal');
assert.deepEqual(journal.map(({ reason, points, balance_after }) => [reason, points, balance_after]), [
  ['Order 1001', 100, 100],
  ['Order 1002', 50, 150],
]);
assert.equal((await control('GET', '/faults')).counts['lose-response'], 1);

// A mistake is refused as the service refuses it, and changes nothing.
const refused = await call('POST', `${path}/points`, { points: 'many' }, key);
assert.equal(refused.status, 400);
assert.equal((await control('GET', '/journal')).length, 2);

// Each test can begin anew.
await control('POST', '/reset');
assert.deepEqual(await control('GET', '/v2/members'), []);
console.log('The journey is complete.');
