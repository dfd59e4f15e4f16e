import Execution
import Learning
