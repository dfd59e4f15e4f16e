import Execution
import Learning

// Learning's enumerations as options: their raw values are the words in lessons.
extension StopWords: OptionChoice {}
extension TiePolicy: OptionChoice {}
extension FeatureStorage: OptionChoice {}
extension Activation: OptionChoice {}
extension Loss: OptionChoice {}
extension Precision: OptionChoice {}
extension Part: OptionChoice {}
