// For tests of what is built on casework: random histories, and pieces to build one's own from.
export * as pieces from "./pieces.ts";
export { monday, people, subject } from "./people.ts";
export { createDice, type Dice } from "./dice.ts";
export { playHistory, settleEffects, type Heard, type History } from "./random-history.ts";
export { bringRuleIntoForce, listRuleOrders, ruleContent, testRule } from "./rules.ts";
