export { asShown } from "./as-shown.ts";
export { planAssignments } from "./assign-content.ts";
export { assignmentsIn, assignmentsOf } from "./assignments.store.ts";
export { type ContentChoice, type ContentTopic, chooseContent, piecesPerTurn } from "./choose-content.ts";
export {
  AnswersSchema,
  type Assignment,
  AssignmentSchema,
  type AssignmentState,
  type Grade,
  type Level,
  type Piece,
} from "./education.ts";
export { contentById, library } from "./library.ts";
export { type MarkedQuestion, type MarkedQuiz, markQuiz } from "./mark-quiz.ts";
export { answerQuiz, onShelf, openPiece, type Shelf } from "./study.ts";
