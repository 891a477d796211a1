/** The papers that a handout is laid out for, as CSS calls them. */
export const papers = ['A4', 'letter'] as const;

export type Paper = (typeof papers)[number];

/** How high a picture 1280 wide may be for three of them to stand on a page with their captions. */
export const pictureHeight: Readonly<Record<Paper, number>> = { A4: 500, letter: 460 };

/** What lies in the printers of who speaks a language as there: letter in North America, A4 elsewhere. */
export function usualPaper(languageTag: string): Paper {
	return /-(US|CA|MX)\b/i.test(languageTag) ? 'letter' : 'A4';
}

/** Prints this document on that paper until the function that it returns is called. */
export function setPaper(paper: Paper): () => void {
	const sheet = new CSSStyleSheet();
	sheet.replaceSync(`@page { size: ${paper}; margin: 14mm 15mm 12mm; }`);
	document.adoptedStyleSheets.push(sheet);
	return () => {
		document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
	};
}
