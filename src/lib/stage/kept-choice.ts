/** What this browser keeps of a person's choices. */
export const keptChoice = {
	read: (name: string): string | null => {
		try {
			return localStorage.getItem(`kinetes.${name}`);
		} catch {
			return null;
		}
	},
	write: (name: string, value: string): void => {
		try {
			localStorage.setItem(`kinetes.${name}`, value);
		} catch {
			// Without storage a choice lasts as long as the page.
		}
	}
};
