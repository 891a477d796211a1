import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ApiResponse } from '#lib/kubernetes/api-client.ts';
import { DecodeError, decodeObject, hasSchema } from '#lib/kubernetes/decode.ts';
import { learnFurtherKinds } from '#lib/kubernetes/kinds/further-kinds.ts';
import type { KubeObject, Status } from '#lib/kubernetes/object.ts';
import { collectionPath, resources } from '#lib/kubernetes/resources.ts';
import { validateObject } from '#lib/kubernetes/validation/validate-object.ts';
import { LoneServer } from './testing/lone-server.ts';
import { randomObject } from './testing/random-objects.ts';

learnFurtherKinds();

/** Each is a manifest and a patch. More of them: `FUZZ_RUNS=100000 npx vitest run random-requests`. */
const runs = Number(process.env['FUZZ_RUNS'] ?? 10_000);
/** A server keeps what it accepts; a new one is as quick as the first. */
const requestsOfServer = 200;

/** Events are read at their second door as others than they are kept. */
const kinds = resources.filter(
	({ verbs, kind, apiVersion }) =>
		apiVersion !== 'events.k8s.io/v1' &&
		verbs.includes('create') &&
		verbs.includes('get') &&
		verbs.includes('patch') &&
		hasSchema(kind)
);

let lone = new LoneServer();
let asked = 0;

function server(): LoneServer {
	if (asked++ % requestsOfServer === 0) lone = new LoneServer();
	return lone;
}

/** What the rules alone say of a body: that it can't be read; undefined when it can. */
function undecodable(kind: string, apiVersion: string, body: object): string | undefined {
	try {
		decodeObject(kind, apiVersion, body);
		return undefined;
	} catch (error) {
		if (error instanceof DecodeError) return error.message;
		throw error;
	}
}

const refusals = [400, 403, 404, 405, 409, 413, 422];
/** What upstream answers with 500 too: versions that are no numbers, items without their merge key. */
const upstreamFailures = /^(strconv\.ParseUint|map: map\[)/;

function judge({ code, body }: ApiResponse, said: string): void {
	if (code < 300) return;
	const { message = '' } = body as Status;
	expect(message, said).not.toBe('');
	if (code === 500) expect(message, said).toMatch(upstreamFailures);
	else expect(refusals, `${said}: ${message}`).toContain(code);
}

const request = fc.constantFrom(...kinds).chain((resource) =>
	fc.record({
		resource: fc.constant(resource),
		object: randomObject(resource.kind),
		patch: randomObject(resource.kind),
		type: fc.constantFrom('merge-patch', 'strategic-merge-patch')
	})
);

test(
	'whatever is asked for is refused for a reason, or reads back as it was stored and is valid',
	{ timeout: 120_000 },
	() => {
		fc.assert(
			fc.property(request, ({ resource, object, patch, type }) => {
				const { kind, apiVersion } = resource;
				const target = server();
				const metadata = { name: `x-${asked}` };
				const body = { ...object, kind, apiVersion, metadata };
				const path = collectionPath(resource, 'default');
				const made = target.ask({ method: 'POST', path, body });
				const said = JSON.stringify(body);
				judge(made, said);
				const why = undecodable(kind, apiVersion, body);
				if (why !== undefined) expect(made.code, said).toBe(400);
				if (made.code !== 201) return;
				const own = `${path}/${metadata.name}`;
				expect(target.get(own), said).toEqual(made.body);
				expect(validateObject(made.body as KubeObject), said).toEqual([]);
				const changed = target.ask({
					method: 'PATCH',
					path: own,
					body: patch,
					contentType: `application/${type}+json`
				});
				judge(changed, `${said} ${JSON.stringify(patch)}`);
				if (changed.code === 200) expect(target.get(own)).toEqual(changed.body);
			}),
			{ numRuns: runs, seed: 35 }
		);
	}
);
