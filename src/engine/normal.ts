/**
 * Returns Φ(x), the share of a standard normal below x. Relative error below 1e-13 for x ≥ −37, tails included: power
 * series in the middle, continued fraction in the tails.
 */
export function normalCdf(x: number): number {
	if (x > 0) return 1 - normalCdf(-x);
	const z = -x;
	if (z < 3) {
		// Φ(−z) = ½ − φ(z)(z + z³/3 + z⁵/15 + …)
		let term = z;
		let sum = z;
		for (let k = 3; term > sum * 1e-17; k += 2) {
			term *= (z * z) / k;
			sum += term;
		}
		return 0.5 - density(z) * sum;
	}
	let fraction = 0;
	for (let k = 80; k >= 1; k--) fraction = k / (z + fraction);
	return density(z) / (z + fraction);
}

const density = (z: number): number => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);

/**
 * Returns Φ⁻¹(p) for 0 < p < 1 by Wichura's AS 241 (Applied Statistics 37, 1988), three ratios of polynomials. Relative
 * error about 1e-16, tails included.
 */
export function normalQuantile(p: number): number {
	if (!(p > 0 && p < 1)) return p <= 0 ? -Infinity : Infinity;
	const q = p - 0.5;
	if (Math.abs(q) <= 0.425) return q * middle(0.180625 - q * q);
	const r = Math.sqrt(-Math.log(q < 0 ? p : 1 - p));
	const z = r <= 5 ? tail(r - 1.6) : farTail(r - 5);
	return q < 0 ? -z : z;
}

// Unrolled: a loop over coefficients takes three times as long, and runs call this millions of times.
const middle = (r: number): number =>
	(((((((2509.0809287301227 * r + 33430.57558358813) * r + 67265.7709270087) * r + 45921.95393154987) * r +
		13731.69376550946) *
		r +
		1971.5909503065513) *
		r +
		133.14166789178438) *
		r +
		3.3871328727963665) /
	(((((((5226.495278852854 * r + 28729.085735721943) * r + 39307.89580009271) * r + 21213.794301586597) * r +
		5394.196021424751) *
		r +
		687.1870074920579) *
		r +
		42.31333070160091) *
		r +
		1);

const tail = (r: number): number =>
	(((((((0.0007745450142783414 * r + 0.022723844989269184) * r + 0.2417807251774506) * r + 1.2704582524523684) * r +
		3.6478483247632045) *
		r +
		5.769497221460691) *
		r +
		4.630337846156546) *
		r +
		1.4234371107496835) /
	(((((((1.0507500716444169e-9 * r + 0.0005475938084995345) * r + 0.015198666563616457) * r + 0.14810397642748008) * r +
		0.6897673349851) *
		r +
		1.6763848301838038) *
		r +
		2.053191626637759) *
		r +
		1);

const farTail = (r: number): number =>
	(((((((2.0103343992922881e-7 * r + 0.000027115555687434876) * r + 0.0012426609473880784) * r + 0.026532189526576124) *
		r +
		0.29656057182850487) *
		r +
		1.7848265399172913) *
		r +
		5.463784911164114) *
		r +
		6.657904643501103) /
	(((((((2.0442631033899397e-15 * r + 1.421511758316446e-7) * r + 0.000018463183175100548) * r +
		0.0007868691311456133) *
		r +
		0.014875361290850615) *
		r +
		0.1369298809227358) *
		r +
		0.599832206555888) *
		r +
		1);
