// The word by which comments speak to the product.

/** A comment that says this word is kept, all others are nobody's business. */
export const COMMENT_MARK = "oke-policy";
