/** The words that go with HTTP's codes (RFC 9110), as far as the API server uses them. */
export const STATUS_CODES: Readonly<Record<number, string>> = {
	200: 'OK',
	201: 'Created',
	400: 'Bad Request',
	401: 'Unauthorized',
	403: 'Forbidden',
	404: 'Not Found',
	405: 'Method Not Allowed',
	409: 'Conflict',
	410: 'Gone',
	415: 'Unsupported Media Type',
	422: 'Unprocessable Entity',
	429: 'Too Many Requests',
	500: 'Internal Server Error',
	504: 'Gateway Timeout'
};
