import { message, repeated, string } from '../protobuf/wire-writer.ts';

type Json = Readonly<Record<string, unknown>>;

/** Where an operation stands in a PathItem of gnostic's OpenAPIv2.proto. */
const operationNumbers: Readonly<Record<string, number>> = {
	get: 2,
	put: 3,
	post: 4,
	delete: 5,
	patch: 8
};

/**
 * The OpenAPI v2 document as kubectl asks for it (`application/com.github.proto-openapi.spec.v2@v1.0+protobuf`): the paths, of each
 * operation its kind and the query parameters that it takes. That is all that kubectl looks for there: it reads types from v3.
 */
export function openApiV2Protobuf(document: Json): Uint8Array {
	const { swagger, info, paths } = document as {
		readonly swagger: string;
		readonly info: { readonly title: string; readonly version: string };
		readonly paths: Readonly<Record<string, Json>>;
	};
	const items = Object.entries(paths).map(([name, item]) =>
		message(string(1, name), [2, pathItem(item)])
	);
	return message(
		string(1, swagger),
		[2, message(string(1, info.title), string(2, info.version))],
		[8, message(...repeated(2, items))]
	);
}

function pathItem(item: Json): Uint8Array {
	const operations = Object.entries(operationNumbers).flatMap(([method, number]) => {
		const operation = item[method] as Json | undefined;
		return operation === undefined ? [] : [[number, operationMessage(operation)] as const];
	});
	return message(...operations);
}

function operationMessage(operation: Json): Uint8Array {
	const name = 'x-kubernetes-group-version-kind';
	const parameters = operation['parameters'] as readonly { readonly name: string }[];
	const query = parameters.map((one) => {
		const asked = message(string(2, 'query'), string(4, one.name), string(6, 'string'));
		return message([1, message([2, message([3, asked])])]);
	});
	const kind = message(string(2, JSON.stringify(operation[name])));
	return message(...repeated(8, query), [13, message(string(1, name), [2, kind])]);
}
