const MONTHS = [
	'January',
	'February',
	'March',
	'April',
	'May',
	'June',
	'July',
	'August',
	'September',
	'October',
	'November',
	'December',
];

/** Returns the month of a calendar year with its fraction: "August 2026". */
export const monthText = (year: number): string => {
	const month = Math.floor((year % 1) * 12 + 1e-6);
	return `${MONTHS[month]} ${Math.floor(year)}`;
};
