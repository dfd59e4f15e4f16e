import Execution

/// The list of all block commands: a new one is a file in `Blocks/` and an entry here.
public let blockCommands: [any Command.Type] = [
  DataBlock.self,
  SplitBlock.self,
  DescribeBlock.self,
  TFIDFBlock.self,
  WordsBlock.self,
  NetworkBlock.self,
  GradcheckBlock.self,
  SanityBlock.self,
  LearningRateRangeBlock.self,
  TrainBlock.self,
  InspectBlock.self,
  CompareBlock.self,
  EvaluateBlock.self,
  ExplainBlock.self,
  MistakesBlock.self,
  SweepBlock.self,
  PlotBlock.self,
  ShowBlock.self,
  PredictBlock.self,
  ExpectBlock.self,
]
