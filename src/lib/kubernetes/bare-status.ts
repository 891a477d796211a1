import type { Status } from './object.ts';

const messages: Readonly<Record<number, readonly [reason: string, message: string]>> = {
	400: ['BadRequest', 'the server rejected our request for an unknown reason'],
	401: ['Unauthorized', 'the server has asked for the client to provide credentials'],
	403: ['Forbidden', 'unknown'],
	404: ['NotFound', 'the server could not find the requested resource'],
	405: ['MethodNotAllowed', 'the server does not allow this method on the requested resource'],
	406: [
		'NotAcceptable',
		'the server was unable to respond with a content type that the client supports'
	],
	409: ['Conflict', 'the server reported a conflict'],
	415: [
		'UnsupportedMediaType',
		'the server was unable to understand the body of the request, or the media type is not supported'
	],
	422: ['Invalid', 'the server rejected our request due to an error in our request'],
	429: [
		'TooManyRequests',
		'the server has received too many requests and has asked us to try again later'
	],
	500: ['InternalError', 'an error on the server ("") has prevented the request from succeeding'],
	503: ['ServiceUnavailable', 'the server is currently unable to handle the request'],
	504: [
		'Timeout',
		'the server was unable to return a response in the time allotted, but may still be processing the request'
	]
};

/**
 * What a client makes of an answer that says nothing but its HTTP code.
 * Models apimachinery/pkg/api/errors/errors.go NewGenericServerResponse.
 */
export function bareStatus(code: number): Status {
	const unknown = [
		'',
		`the server responded with the status code ${code} but did not return more information`
	] as const;
	const [reason, message] = messages[code] ?? unknown;
	return {
		kind: 'Status',
		apiVersion: 'v1',
		metadata: {},
		status: 'Failure',
		message,
		reason,
		code
	};
}
