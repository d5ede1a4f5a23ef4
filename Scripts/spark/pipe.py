"""The plain form of screening on a cluster: every partition goes through the command.

    spark-submit --files lists.nsx Scripts/spark/pipe.py NAMESIFT INPUT OUTPUT

NAMESIFT is the command on the executors, INPUT Parquet, OUTPUT gets the alerts as JSON Lines. The
record numbers in them count within a partition. A record that cannot be read gives the command exit
status 1 and fails the job; `checkCode=False` lets it pass, told in the log of the executor only.
"""

import sys

from pyspark.sql import SparkSession

command, source, output = sys.argv[1:]
spark = SparkSession.builder.appName("namesift pipe").getOrCreate()
records = spark.read.parquet(source).toJSON()
# The index that --files brings lies in the directory of the executor.
screen = f"{command} screen --index lists.nsx --input-format jsonl --threads 1"
records.pipe(screen, checkCode=True).saveAsTextFile(output)
spark.stop()
