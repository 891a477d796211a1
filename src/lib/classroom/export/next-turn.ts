/** Lets the page answer before work goes on; unlike a timer's, its turn comes in a hidden page too. */
export function nextTurn(): Promise<void> {
	return new Promise((done) => {
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = () => {
			port1.close();
			done();
		};
		port2.postMessage(null);
	});
}
