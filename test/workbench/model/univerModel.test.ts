/** The grid, without its view, against what every model must do. */
import { createHeadlessModel } from '../../../src/workbench/univer/headless';
import { describeModel } from './conformance';

describeModel('UniverWorkbookModel', () => {
  const model = createHeadlessModel();
  return { model, dispose: () => model.dispose() };
});
