/** The grid, without its view, against what every model must do. */
import { createHeadlessModel } from '../../../src/workbench/univer/headless';
import { describeModel } from './conformance';
import { describeRows } from './rows';

const create = () => {
  const model = createHeadlessModel();
  return { model, dispose: () => model.dispose() };
};

describeModel('UniverWorkbookModel', create);
describeRows('UniverWorkbookModel', create);
